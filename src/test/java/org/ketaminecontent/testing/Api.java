package org.ketaminecontent.testing;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** Calls the API and holds every answer against the committed description. */
public final class Api {

    private static final DescriptionCheck DESCRIBED = new DescriptionCheck();

    private Api() {}

    /** A request whose answer must be as described. */
    public static RequestSpecification given() {
        return RestAssured.given().urlEncodingEnabled(false).filter(DESCRIBED);
    }
}
