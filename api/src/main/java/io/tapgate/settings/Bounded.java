package io.tapgate.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A setting that must have an end: {@code never} is refused. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Bounded.HasAnEnd.class)
public @interface Bounded {
  String message() default "write a duration such as 90s or 5m; this one must have an end";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Judges it. */
  final class HasAnEnd implements ConstraintValidator<Bounded, Span> {
    @Override
    public boolean isValid(Span span, ConstraintValidatorContext context) {
      return span.length().isPresent();
    }
  }
}
