package org.ketaminecontent.search;

import static org.apache.lucene.index.IndexOptions.DOCS;
import static org.apache.lucene.index.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
import static org.apache.lucene.index.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.ketaminecontent.content.CodeDocument;
import org.ketaminecontent.content.SearchText;
import org.ketaminecontent.live.SearchTexts.Entry;

/** Converts live documents to documents of the index. */
final class IndexDocuments {

    /** Fields with the offsets for highlighting. */
    private static final FieldType SHOWN = type(DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true, false);

    private static final FieldType MATCHED = type(DOCS_AND_FREQS_AND_POSITIONS, false, false);
    private static final FieldType LISTED = type(DOCS, false, true);

    private final SearchLanguage language;
    private final Locale locale;

    IndexDocuments(SearchLanguage language) {
        this.language = language;
        locale = Locale.forLanguageTag(language.tag());
    }

    private static FieldType type(IndexOptions options, boolean stored, boolean omitNorms) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setStored(stored);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    Document of(Entry entry) {
        var text = entry.text();
        var document = new Document();
        int slash = entry.name().indexOf('/');
        var collection = entry.name().substring(0, slash);
        document.add(new StringField(IndexFields.ID, entry.id().toString(), Field.Store.YES));
        document.add(new StoredField(IndexFields.SLUG, entry.name().substring(slash + 1)));
        document.add(new StoredField(IndexFields.AT, entry.at().getEpochSecond()));
        document.add(new StoredField(IndexFields.CRISIS_SUPPORT, entry.crisisSupport() ? 1 : 0));
        if (text.riskSummary() != null) {
            document.add(new StoredField(IndexFields.RISK_SUMMARY, text.riskSummary()));
        }
        if (text.numbers() != null) {
            document.add(new StoredField(IndexFields.NUMBERS, text.numbers()));
        }
        addValue(document, IndexFields.COLLECTION, collection);
        document.add(new StoredField(IndexFields.COLLECTION, collection));
        document.add(new FloatDocValuesField(IndexFields.WEIGHT, (float) entry.searchWeight()));
        if (text.theme() != null) {
            addValue(document, IndexFields.THEME, text.theme().name());
        }
        text.certainties().forEach(each -> addValue(document, IndexFields.CERTAINTY, each.name()));
        text.codes().forEach(each -> addCode(document, each));
        addTexts(document, text);
        return document;
    }

    /** A document with only words, for the dictionary. */
    Document ofWords(String id, List<String> words) {
        var document = new Document();
        document.add(new StringField(IndexFields.ID, id, Field.Store.NO));
        words.forEach(each -> document.add(new Field(IndexFields.WORD, each, LISTED)));
        return document;
    }

    private static void addValue(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }

    private static void addCode(Document document, CodeDocument code) {
        document.add(
                new StringField(IndexFields.CODE, code.systemName().shortName() + "|" + code.code(), Field.Store.YES));
        document.add(new StoredField(IndexFields.DISPLAY, Objects.requireNonNullElse(code.display(), "")));
    }

    private void addTexts(Document document, SearchText text) {
        var title = Sentences.oneLine(text.title());
        var summary = Sentences.oneLine(text.summary());
        var body = SearchableBody.of(text.parts(), locale);
        var headings = text.parts().stream()
                .map(SearchText.Part::heading)
                .filter(Objects::nonNull)
                .toList();
        document.add(new Field(TextField.TITLE.field, title, SHOWN));
        document.add(new Field(TextField.SUMMARY.field, summary, SHOWN));
        document.add(new Field(TextField.BODY.field, body.text(), SHOWN));
        add(document, TextField.NAMES.field, text.names());
        add(document, TextField.ASKED.field, text.asked());
        add(document, TextField.HEADING.field, headings);
        text.names().forEach(name -> document.add(new StoredField(IndexFields.NAME, name)));
        body.places().forEach(place -> document.add(new StoredField(IndexFields.PLACES, place)));
        document.add(new StringField(IndexFields.WHOLE_TITLE, title.toLowerCase(Locale.ROOT), Field.Store.NO));
        document.add(new NumericDocValuesField(IndexFields.TITLE_LENGTH, title.length()));
        addWhole(document, text);
        var all = new ArrayList<>(List.of(title, summary, body.text()));
        Stream.of(text.names(), text.asked(), headings).forEach(all::addAll);
        all.forEach(each -> document.add(new Field(IndexFields.STEM, each, LISTED)));
        all.forEach(each -> document.add(new Field(IndexFields.WORD, each, LISTED)));
        var head = title + "\n" + String.join("\n", text.names()) + "\n" + summary;
        document.add(new NumericDocValuesField(IndexFields.PRODUCTS, SearchedProduct.in(language.words(head))));
    }

    private void addWhole(Document document, SearchText text) {
        Stream.of(Stream.of(text.title()), text.names().stream(), text.asked().stream())
                .flatMap(each -> each)
                .map(each -> String.join(" ", language.stems(each)))
                .distinct()
                .forEach(each -> document.add(new StringField(IndexFields.WHOLE, each, Field.Store.NO)));
        Stream.concat(Stream.of(text.title()), text.names().stream())
                .forEach(each -> document.add(new Field(IndexFields.BEGINNING, each, LISTED)));
    }

    private static void add(Document document, String field, List<String> texts) {
        texts.forEach(each -> document.add(new Field(field, each, MATCHED)));
    }
}
