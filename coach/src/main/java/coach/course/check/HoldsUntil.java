package coach.course.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What this test says is true from its own step on, but no more from that later step on; without it, to the end. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HoldsUntil {

    /** The number of the first step for which it does not hold. */
    int value();
}
