package org.ketaminecontent.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Properties of all documents, for ranking.
 *
 * @param kinds the ordinal of each document's collection in {@link Collection}
 * @param products the products that each document names; see {@link SearchedProduct}
 */
record DocumentTraits(byte[] kinds, byte[] products) {

    static DocumentTraits of(IndexReader reader) throws IOException {
        return new DocumentTraits(values(reader, IndexFields.KIND), values(reader, IndexFields.PRODUCTS));
    }

    private static byte[] values(IndexReader reader, String field) throws IOException {
        var all = new byte[reader.maxDoc()];
        for (var leaf : reader.leaves()) {
            var values = DocValues.getNumeric(leaf.reader(), field);
            for (int at = values.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = values.nextDoc()) {
                all[leaf.docBase + at] = (byte) values.longValue();
            }
        }
        return all;
    }

    Collection collection(int document) {
        return Collection.values()[kinds[document]];
    }
}
