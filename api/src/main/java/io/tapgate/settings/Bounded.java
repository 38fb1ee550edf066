package io.tapgate.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A setting that must have an end: {@code never} is refused, and so is what is too short. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Bounded.HasAnEnd.class)
public @interface Bounded {
  String message() default "write a duration such as 90s or 5m; this one must have an end";

  /** The shortest that makes sense, spelt as a setting is. */
  String atLeast() default "1s";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Judges it. */
  final class HasAnEnd implements ConstraintValidator<Bounded, Span> {
    private String atLeast = "";

    @Override
    public void initialize(Bounded bounded) {
      atLeast = bounded.atLeast();
    }

    @Override
    public boolean isValid(Span span, ConstraintValidatorContext context) {
      if (span.length().isPresent() && isTooShort(span)) {
        context.disableDefaultConstraintViolation();
        context
            .buildConstraintViolationWithTemplate("write a duration of at least " + atLeast)
            .addConstraintViolation();
        return false;
      }
      return span.length().isPresent();
    }

    private boolean isTooShort(Span span) {
      return span.bounded().compareTo(Span.parse(atLeast).bounded()) < 0;
    }
  }
}
