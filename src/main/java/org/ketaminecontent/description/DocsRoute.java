package org.ketaminecontent.description;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.ketaminecontent.http.EditingSwitch;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.RequestGuard;

/**
 * Shows Swagger UI's page in place of the one that the build makes: that one begins with the editorial description, names
 * it where nobody may edit, and leads out of the path of the public address.
 */
@ApplicationScoped
class DocsRoute {

    private static final String PLACE = "/docs";

    private final EditingSwitch editing;
    private final RequestFacts facts;

    DocsRoute(EditingSwitch editing, RequestFacts facts) {
        this.editing = editing;
        this.facts = facts;
    }

    void observe(@Observes Router router) {
        for (var path : new String[] {PLACE, PLACE + "/", PLACE + "/index.html"}) {
            for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
                router.route(method, path).order(RequestGuard.FIRST + 3).blockingHandler(this::show, false);
            }
        }
    }

    private void show(RoutingContext context) {
        var html = new DocsPage(facts.base(context), isEditingOn()).render();
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        context.end(html);
    }

    private boolean isEditingOn() {
        try {
            return editing.isEditingOn();
        } catch (RuntimeException e) {
            // While the database is away nobody can edit; what others call is to be read all the same.
            return false;
        }
    }
}
