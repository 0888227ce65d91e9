package org.ketaminecontent.search;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;

/** The query parameters of the look-up. */
public class LookupQuery {

    @QueryParam("code")
    @Separator(",")
    @Parameter(required = true, description = "A clinical code, `system|code`. At most 20.")
    public List<String> code = List.of();
}
