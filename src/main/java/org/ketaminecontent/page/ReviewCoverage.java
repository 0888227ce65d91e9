package org.ketaminecontent.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The share of the content that clinicians have reviewed. */
@ApplicationScoped
public class ReviewCoverage {

    private final ArticleTitles titles;

    ReviewCoverage(ArticleTitles titles) {
        this.titles = titles;
    }

    /** One honest line: nobody is to think that a clinician has checked what none has. */
    public String line(RoutingContext context) {
        var all = titles.all(context);
        long reviewed = all.stream().filter(ArticleTitles.Title::isReviewed).count();
        return reviewed == 0
                ? "No clinician has reviewed these pages yet. Every page says so, and names its sources."
                : "Clinicians have reviewed " + reviewed + " of " + all.size()
                        + " pages. Every page says whether, and names its sources.";
    }
}
