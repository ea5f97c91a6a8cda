package containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * Runs where Docker does, and only when asked: on a machine without the images it would build for minutes.
 *
 * <p>{@code mvn verify -Ddocker=true}
 */
@Tag("docker")
@EnabledIfSystemProperty(named = "docker", matches = "true", disabledReason = "mvn verify -Ddocker=true runs it")
@Testcontainers(disabledWithoutDocker = true)
@Isolated("It measures.")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WithDocker {}
