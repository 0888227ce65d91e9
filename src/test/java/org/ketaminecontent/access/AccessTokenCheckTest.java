package org.ketaminecontent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokenCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'typ':'at+jwt'}             | {'aud':'a'}                             | true",
                "{'typ':'application/at+jwt'} | {'aud':['a'],'client_id':'c'}           | true",
                "{'typ':'JWT'}                | {'aud':'a','typ':'Bearer'}              | true",
                "{'typ':'JWT'}                | {'aud':'a','scp':'edit'}                | true",
                "{}                           | {'aud':'a','scope':'edit'}              | true",
                "{'typ':'at+jwt'}             | {}                                      | false",
                "{'typ':'at+jwt'}             | {'aud':'a','typ':'ID'}                  | false",
                "{'typ':'JWT'}                | {'aud':'a','typ':'ID','scope':'edit'}   | false",
                "{'typ':'JWT'}                | {'aud':'a','typ':'Refresh'}             | false",
                "{'typ':'JWT'}                | {'aud':'a','nonce':'n','scope':'edit'}  | false",
                "{'typ':'JWT'}                | {'aud':'a','at_hash':'h'}               | false",
                "{'typ':'JWT'}                | {'aud':'a','azp':'c','email':'e'}       | false",
                "{'typ':'logout+jwt'}         | {'aud':'a','scope':'edit'}              | false",
                "{'typ':'JWT'}                | [1]                                     | false",
                "{                            | {'aud':'a'}                             | false"
            })
    void access_tokens_are_told_from_others(String header, String claims, boolean expected) {
        assertThat(AccessTokenCheck.isAccessToken(encoded(header) + "." + encoded(claims) + ".signature"))
                .isEqualTo(expected);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "a.b.c", "a.b", "a.b.c.d", "....", "=.=.="})
    void nonsense_is_none(String token) {
        assertThat(AccessTokenCheck.isAccessToken(token)).isFalse();
    }
}
