package org.ketaminecontent.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;

/** What is answered is what the build wrote, and nothing makes it anew. */
@ApiTest
class WrittenDescriptionsTest {

    @Inject
    OpenApiDocumentService service;

    @Test
    void the_documentation_names_the_editorial_api_only_where_somebody_may_edit() {
        assertThat(page(false)).contains("Delivery API").doesNotContain("ditorial");
        assertThat(page(true)).containsSubsequence("/docs\"", "/docs/editorial\"");
    }

    private static String page(boolean isEditingOn) {
        var nothing = new ApiReference(List.of(), List.of());
        return new DocsPage("http://localhost", DescribedApi.DELIVERY, nothing, isEditingOn).render();
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi.json, openapi.json",
        "/openapi.yaml, openapi.yaml",
        "/openapi-3.0.json, openapi-3.0.json",
        "/openapi-3.0.yaml, openapi-3.0.yaml",
        "/openapi/editorial.json, editorial.json",
        "/openapi/editorial.yaml, editorial.yaml"
    })
    void a_description_is_answered_as_the_build_wrote_it(String address, String file) throws IOException {
        assertThat(Wire.get(address).text()).isEqualTo(Files.readString(Path.of("openapi", file)));
        assertThat(service).isInstanceOf(WrittenDescriptions.class);
    }
}
