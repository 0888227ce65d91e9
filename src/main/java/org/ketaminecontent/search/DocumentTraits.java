package org.ketaminecontent.search;

import java.io.IOException;
import java.util.function.ObjLongConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Properties of all documents for ranking, by their numbers in the index.
 *
 * @param weights the weight of a hit by its content type
 * @param products the products that each document names; see {@link SearchedProduct}
 */
record DocumentTraits(float[] weights, byte[] products) {

    static DocumentTraits of(IndexReader reader) throws IOException {
        var weights = new float[reader.maxDoc()];
        read(reader, IndexFields.WEIGHT, (document, bits) -> weights[document] = Float.intBitsToFloat((int) bits));
        var products = new byte[reader.maxDoc()];
        read(reader, IndexFields.PRODUCTS, (document, bits) -> products[document] = (byte) bits);
        return new DocumentTraits(weights, products);
    }

    private static void read(IndexReader reader, String field, ObjLongConsumer<Integer> to) throws IOException {
        for (var leaf : reader.leaves()) {
            var values = DocValues.getNumeric(leaf.reader(), field);
            for (int at = values.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = values.nextDoc()) {
                to.accept(leaf.docBase + at, values.longValue());
            }
        }
    }
}
