package io.tapgate.chat;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;

/** A language that we have words in. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Spoken.HasWords.class)
@interface Spoken {
  String message() default "write en or ru: there are words in no other language";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Judges it. */
  final class HasWords implements ConstraintValidator<Spoken, Locale> {
    @Override
    public boolean isValid(Locale language, ConstraintValidatorContext context) {
      return Messages.speak(language);
    }
  }
}
