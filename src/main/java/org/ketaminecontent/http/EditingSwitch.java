package org.ketaminecontent.http;

/** Tells whether anybody may edit here, for those that know nothing of keys and providers. */
public interface EditingSwitch {

    /** Whether there is a provider to sign in with, or an active key. */
    boolean isEditingOn();
}
