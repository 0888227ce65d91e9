import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.ConditionsApi;
import org.openapitools.client.api.CrisisResourcesApi;
import org.openapitools.client.api.FaqsApi;
import org.openapitools.client.api.GlossaryApi;
import org.openapitools.client.api.ReferencesApi;
import org.openapitools.client.api.SideEffectsApi;
import org.openapitools.client.api.TopicsApi;

/** Reads one document of each kind with the client that the generator makes where nothing is said of it. */
public final class Read {

    private Read() {}

    public static void main(String[] arguments) throws Exception {
        var server = new ApiClient().setBasePath(arguments[0]);
        var topic = new TopicsApi(server)
                .getTopic("what-ketamine-is", null, null, List.of("title", "slug", "theme"), List.of("references"), null);
        expect(topic.getData().getSlug().equals("what-ketamine-is"), "the topic that was asked for");
        expect(topic.getData().getTheme() != null, "its theme");
        expect(!topic.getIncluded().getReferences().isEmpty(), "references that come along");
        if (arguments.length > 1) {
            expect(topic.getData().getTheme().equals("of-some-later-day"), "a theme that is new");
            expect(topic.getData().getAdditionalProperties().containsKey("ofSomeLaterDay"), "a field that is new");
            expect(topic.getIncluded().getAdditionalProperties().containsKey("kindOfSomeLaterDay"), "a kind that is new");
        }
        new ConditionsApi(server).getCondition("ptsd", null, null, null, List.of("sideEffects", "faqs"), null);
        new SideEffectsApi(server).getSideEffect("dissociation", null, null, null, List.of("topics"), null);
        new FaqsApi(server).getFaq("can-i-drive", null, null, null, List.of("conditions"), null);
        new GlossaryApi(server).getGlossaryTerm("racemic", null, null, null, null, null);
        new ReferencesApi(server).getReference("ketalar-label", null, null, null, null);
        new CrisisResourcesApi(server).getCrisisResource("us-988-lifeline", null, null, null, null);
        System.out.println("Java reads one of each from " + arguments[0]);
    }

    private static void expect(boolean truth, String what) {
        if (!truth) {
            throw new AssertionError("expected " + what);
        }
    }
}
