package org.ketaminecontent.webhook;

import java.util.Map;

/** A request that is to be made of an endpoint. */
record WebhookCall(String method, String url, Map<String, String> headers, String body) {

    /** Nothing of the headers: they hold tokens, and records are printed. */
    @Override
    public String toString() {
        return method;
    }
}
