package org.ketaminecontent;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests that are not in the {@link EditorialSuite}: those of the application that readers see, and those without one. */
@Suite
@SelectPackages({"org.ketaminecontent", "org.example"})
@ExcludePackages({
    "org.ketaminecontent.danger",
    "org.ketaminecontent.editorial",
    "org.ketaminecontent.studio",
    "org.ketaminecontent.transfer",
    "org.ketaminecontent.webhook",
    "org.example"
})
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns({"org.ketaminecontent.access.AuditTrailTest", "org.ketaminecontent.snapshot.ExpiryTest"})
class ReadingSuite {}
