package org.ketaminecontent.description;

/** An API with a reference for developers. */
enum DescribedApi {
    /** The API that readers call, which needs no key. */
    DELIVERY("Delivery API", "/docs", "/openapi.json", "META-INF/quarkus-generated-openapi-doc.JSON"),
    EDITORIAL(
            "Editorial API",
            "/docs/editorial",
            "/openapi/editorial.json",
            "META-INF/quarkus-generated-openapi-doc-editorial.JSON");

    private final String title;
    private final String home;
    private final String description;
    private final String resource;

    DescribedApi(String title, String home, String description, String resource) {
        this.title = title;
        this.home = home;
        this.description = description;
        this.resource = resource;
    }

    public String title() {
        return title;
    }

    /** The path of the reference's contents, at the beginning of those of its other pages. */
    public String home() {
        return home;
    }

    /** The path of the description (OpenAPI 3.1). */
    public String description() {
        return description;
    }

    /** The resource in which the build leaves the description. */
    String resource() {
        return resource;
    }

    public boolean isDelivery() {
        return this == DELIVERY;
    }
}
