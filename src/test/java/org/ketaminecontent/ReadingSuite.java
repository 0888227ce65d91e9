package org.ketaminecontent;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests that are not in the {@link EditorialSuite}: those of the application that readers see, and those without one. */
@Suite
@SelectPackages({"org.ketaminecontent", "org.example"})
@IncludeClassNamePatterns(".*Test")
@ExcludeTags("editorial")
class ReadingSuite {}
