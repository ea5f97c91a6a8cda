package coach.course.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the test of one step: its methods take a {@link StepContext} and run in the order of their {@code @Order}; the
 * first that fails is the last that runs. So counts come first, and what takes long comes last.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StepContextExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(TestNames.class)
public @interface StepTest {

    /** A part of the message with which this test fails on the state before the step. */
    String refusesTheStateBefore() default "";
}
