package org.ketaminecontent.editorial;

import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** Somebody who would approve what they wrote. */
class SelfApproval extends Failure {

    private static final long serialVersionUID = 1;

    SelfApproval() {
        super(ErrorCode.OWN_WORK, "Whoever wrote a part of a version cannot approve it.");
    }
}
