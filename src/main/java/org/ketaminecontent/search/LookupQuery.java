package org.ketaminecontent.search;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What may be asked of the look-up. */
public class LookupQuery {

    @QueryParam("code")
    @Parameter(required = true, description = "A clinical code, `system|code`. Repeat for several, 20 at most.")
    public List<String> code = List.of();
}
