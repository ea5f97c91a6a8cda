@echo off
rem The workshop's commands: builds what has changed, then hands over to the coach.
rem Without delayed expansion, which somebody may have made the default: it takes the ! out of each path and argument.
setlocal EnableExtensions DisableDelayedExpansion
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME:"=%\bin\java.exe"

set "HERE=%~dp0"
if not "%HERE:;=%"=="%HERE%" goto semicolon

rem A javaagent that is meant for any JVM would trace the coach's own receiver of traces, and be a service's second agent.
for %%n in (JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS) do (
  set %%n 2>nul | findstr /c:"-javaagent:" >nul && (
    echo %%n has a javaagent. The workshop runs without these options; .\workshop up --agent has both services traced. 1>&2
    set "%%n="
  )
)

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
set "CODE=%ERRORLEVEL%"
rem Said already; or ended by Ctrl-C, by the task manager.
for %%c in (2 130 143) do if %CODE% equ %%c exit /b 2

rem The version of the JDK, as in jdk.compiler@17.0.15; none where Java is older than 9, or has no compiler. Java is asked without the
rem options that may be in its way. The escaped quotes are those that cmd /c takes away.
set "VERSION=0"
setlocal
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
for /f "tokens=3 delims=@.-+" %%v in ('^""%JAVA%" --list-modules 2^>nul ^| findstr /b "jdk.compiler@"^"') do set "VERSION=%%v"
endlocal & set "VERSION=%VERSION%"
if %VERSION% lss 17 goto nojdk
echo Java %VERSION% could not start the workshop (exit code %CODE%); it says why above. 1>&2
for %%n in (JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS) do if defined %%n (
  echo Your environment gives Java more options: 1>&2
  set %%n 1>&2
)
echo Next, once that is gone: .\workshop doctor 1>&2
exit /b 2

:nojdk
"%JAVA%" -version
echo The workshop needs a JDK, version 17 or newer. Install one, or let JAVA_HOME point to it. 1>&2
exit /b 2

:semicolon
echo The path of this folder has a semicolon, and Java takes that for the end of a path: "%HERE%" 1>&2
echo Rename the folder, or move the workshop to another one, and try again. 1>&2
exit /b 2

:coach
rem The last command of all: after an exit /b, cmd's && and || do not see the exit code.
"%JAVA%" "@%~dp0coach\target\coach.args" coach.Coach %*
