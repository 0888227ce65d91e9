package org.ketaminecontent.http;

/** Tells whether editing is enabled, for code that knows nothing of keys and providers. */
public interface EditingSwitch {

    /** Tells whether there is an identity provider or an active key. */
    boolean isEditingOn();
}
