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

/** An authored statement with a certainty. A grade must come from a published assessment, which it names. */
@GradedStatement.HasItsSource
public interface GradedStatement {

    /** Null in an incomplete draft. */
    @Nullable
    Certainty certainty();

    /** The assessment that assigned the grade; null if there is no grade. */
    @Nullable
    CertaintySource certaintySource();

    /** A constraint: a grade has a source, and other certainties have none. */
    @Constraint(validatedBy = SourceCheck.class)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface HasItsSource {

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Checks a certainty against its source. */
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
                                    ? "is missing: a grade must come from a published assessment, so name its"
                                            + " reference and year"
                                    : "must be empty, because there is no grade")
                    .addPropertyNode("certaintySource")
                    .addConstraintViolation();
            return false;
        }
    }
}
