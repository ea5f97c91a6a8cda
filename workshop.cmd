@echo off
rem The workshop's commands: builds what has changed, then hands over to the coach.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

if "%~1"=="unpack" goto unpack

if exist "%~dp0coach\target\classes\coach\cli\offline\Build.class" (
  "%JAVA%" -XX:TieredStopAtLevel=1 -cp "%~dp0coach\target\classes" coach.cli.offline.Build "%~dp0." %1
) else (
  "%JAVA%" "%~dp0coach\src\main\java\coach\cli\offline\Build.java" "%~dp0." %1
)
if %ERRORLEVEL% equ 0 goto coach
goto failed

rem What a pack is unpacked with must not be among what it replaces: from its source, then.
:unpack
"%JAVA%" "%~dp0coach\src\main\java\coach\cli\offline\Unpack.java" "%~dp0." %*
if %ERRORLEVEL% equ 0 exit /b 0

:failed
if %ERRORLEVEL% equ 2 exit /b 2
"%JAVA%" -version
echo The workshop needs a JDK, version 17 or newer. Install one, or let JAVA_HOME point to it. 1>&2
exit /b 2

:coach
"%JAVA%" "@%~dp0coach\target\coach.args" coach.Coach %*
exit /b %ERRORLEVEL%
