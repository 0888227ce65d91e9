package org.ketaminecontent.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Doe J                                      | Doe 2020
            Doe J, Roe R                               | Doe and Roe 2020
            Doe J, Roe R, Poe P                        | Doe et al. 2020
            Doe CA Jr, Roe R, et al.                   | Doe et al. 2020
            van der Doe J, Roe R, Poe P                | van der Doe et al. 2020
            Doe J, Roe R, Poe P; Sample Task Force     | Doe et al. 2020
            U.S. Food and Drug Administration          | U.S. Food and Drug Administration 2020
            Sample Agency (Database of Samples)        | Sample Agency 2020
            """)
    void a_reference_is_called_by_its_first_authors(String authors, String label) {
        var reference = new Reference();
        reference.authors = authors;
        reference.year = 2020;

        assertThat(reference.label()).isEqualTo(label);
    }

    @Test
    void the_citation_is_in_vancouver_style() {
        var reference = new Reference();
        reference.authors = "Doe J, Roe R";
        reference.year = 2020;
        reference.title = "A source";
        reference.journal = "Journal";
        reference.volume = "1";
        reference.issue = "2";
        reference.pages = "3-4";

        assertThat(reference.citation()).isEqualTo("Doe J, Roe R. A source. Journal. 2020;1(2):3-4.");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none,none,none",
                "true,none,true",
                "false,none,false",
                "none,true,true",
                "true,true,true",
                "true,false,false",
                "false,true,false"
            })
    void identifiers_are_confirmed_only_together(
            @Nullable Boolean doi, @Nullable Boolean pmid, @Nullable Boolean confirmed) {
        var reference = new Reference();
        reference.doiConfirmed = doi;
        reference.pmidConfirmed = pmid;

        assertThat(reference.identifierConfirmed()).isEqualTo(confirmed);
    }
}
