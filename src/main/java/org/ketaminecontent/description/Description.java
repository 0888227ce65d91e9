package org.ketaminecontent.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Adds to the description what holds for every operation, so that no resource has to say it. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.DEFAULT_DOCUMENT_NAME)
public class Description implements OASFilter {

    private final DescribedTypes types;

    public Description(IndexView code) {
        types = DescribedTypes.in(code);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        // Addresses are relative to the server that the description is read from: every installation has its own.
        api.setServers(List.of(
                OASFactory.createServer().url("/").description("The server that this description comes from.")));
        api.setSecurity(List.of());

        var examples = Examples.load();
        var schemas = new Schemas(api);
        schemas.complete(types);
        Problems.addTo(api.getComponents(), examples);
        var operations = new Operations(schemas, types, examples);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().values().forEach(operation -> operations.complete(path, operation)));
        Tags.prune(api);
        schemas.prune();
        OpenAnswers.open(api);
        schemas.fixTypes(types);
        schemas.prune();
        schemas.rename();
    }
}
