package sockettracer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes every call of a method a section, which is called by the class and the method. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Traced {}
