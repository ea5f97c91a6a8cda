/**
 * Runs inside the JVM of a service that was started ahead, before the service's own classes are known. May use nothing
 * but the JDK: what the coach is made of is not on that JVM's class path.
 */
package coach.bar.standby;
