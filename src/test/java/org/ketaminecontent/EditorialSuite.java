package org.ketaminecontent;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of applications in which people edit. The build runs them beside the {@link ReadingSuite}, in a process of
 * their own.
 */
@Suite
@SelectPackages({"org.ketaminecontent", "org.example"})
@IncludeClassNamePatterns(".*Test")
@IncludeTags("editorial")
class EditorialSuite {}
