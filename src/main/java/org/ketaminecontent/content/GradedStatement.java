package org.ketaminecontent.content;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An authored statement with a certainty. A grade is only ever that of a published assessment, which it must name. */
@GradedStatement.HasItsSource
public interface GradedStatement {

    /** Null in a draft that does not say so yet. */
    @Nullable
    Certainty certainty();

    /** The assessment that gave the grade; null where there is no grade. */
    @Nullable
    CertaintySource certaintySource();

    /** A grade has a source, and what is no grade has none. */
    @Constraint(validatedBy = SourceCheck.class)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface HasItsSource {

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Holds a certainty against its source. */
    class SourceCheck implements ConstraintValidator<HasItsSource, GradedStatement> {

        @Override
        public boolean isValid(GradedStatement statement, ConstraintValidatorContext context) {
            var certainty = statement.certainty();
            if (certainty == null || certainty.isGrade() == (statement.certaintySource() != null)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            certainty.isGrade()
                                    ? "is missing: a grade is that of a published assessment, so name the reference and the year"
                                    : "must be empty, because there is no grade")
                    .addPropertyNode("certaintySource")
                    .addConstraintViolation();
            return false;
        }
    }
}
