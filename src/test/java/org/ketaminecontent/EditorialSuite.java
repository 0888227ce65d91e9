package org.ketaminecontent;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of applications in which people edit. The build runs them beside the {@link ReadingSuite}, in a process of
 * their own. The tests on danger need no application; here they make both suites equally long. Packages are selected and
 * not tags, because an application is built for each test class that is looked at.
 */
@Suite
@SelectPackages({
    "org.ketaminecontent.danger",
    "org.ketaminecontent.editorial",
    "org.ketaminecontent.studio",
    "org.ketaminecontent.transfer",
    "org.ketaminecontent.webhook",
    "org.example"
})
@SelectClasses(names = {"org.ketaminecontent.access.AuditTrailTest", "org.ketaminecontent.snapshot.ExpiryTest"})
@IncludeClassNamePatterns(".*Test")
class EditorialSuite {}
