package org.ketaminecontent.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** Calls the API and holds every answer against the committed description. */
public final class Api {

    private static final OpenApiValidationFilter DESCRIBED =
            new OpenApiValidationFilter(OpenApiInteractionValidator.createFor("openapi/openapi.json")
                    .withLevelResolver(LevelResolver.create()
                            // Wrong requests are sent on purpose; what is checked is how they are answered.
                            .withLevel("validation.request", ValidationReport.Level.IGNORE)
                            .build())
                    .build());

    private Api() {}

    /** A request whose answer must be as described. */
    public static RequestSpecification given() {
        return RestAssured.given().urlEncodingEnabled(false).filter(DESCRIBED);
    }
}
