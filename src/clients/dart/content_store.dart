// Not compiled or run where this project is built: there is no Dart there. Read it as a draft that follows docs/offline.md.
//
// Keeps all content of a server for reading offline. Packages: crypto ^3.0.0, http ^1.2.0, sqlite3 ^2.4.0.
import 'dart:convert';
import 'dart:math';

import 'package:crypto/crypto.dart';
import 'package:http/http.dart' as http;
import 'package:sqlite3/sqlite3.dart';

/// The server refused: with the code of its problem (RFC 9457).
class Refused implements Exception {
  Refused(this.status, this.code, this.retryAfter);

  final int status;
  final String? code;

  /// After how many seconds to ask again.
  final int? retryAfter;

  bool get isPassing => const [429, 502, 503, 504].contains(status) && (retryAfter ?? 0) <= 60;
}

class ContentStore {
  ContentStore(this.base, this.database, {http.Client? client}) : client = client ?? http.Client() {
    database.execute('''
      create table if not exists document (
        id text primary key, type text not null, slug text not null, locale text not null, version integer not null, json text not null);
      create index if not exists document_name on document (type, slug);
      create table if not exists state (key text primary key, value text not null);
    ''');
  }

  final String base;
  final Database database;
  final http.Client client;

  /// Follows checkpoints until the store has what the server has. One at a time.
  Future<void> sync() async {
    var isFresh = _value('checkpoint') == null;
    while (true) {
      final Map<String, dynamic> page;
      try {
        page = await _read(_value('checkpoint'));
      } on Refused catch (refusal) {
        if (refusal.code != 'invalid-checkpoint' || isFresh) rethrow;
        _empty();
        isFresh = true;
        continue;
      }
      _apply(page);
      if (page['page']['hasMore'] as bool) continue;
      if (page['meta']['digest'] == _digest()) return;
      if (isFresh) throw StateError('The store does not have what the server has, even from the beginning.');
      _empty();
      isFresh = true;
    }
  }

  /// A document. Show it with its `riskSummary` and `review`, and with [notices].
  Map<String, dynamic>? document(String type, String slug) {
    final rows = database.select('select json from document where type = ? and slug = ?', [type, slug]);
    final document = rows.isEmpty ? null : jsonDecode(rows.first['json'] as String) as Map<String, dynamic>;
    final expiresAt = DateTime.tryParse(document?['expiresAt'] as String? ?? '');
    // What has expired stays stored until its tombstone comes, and is not shown.
    return expiresAt == null || expiresAt.isAfter(DateTime.now()) ? document : null;
  }

  /// `crisis`, `disclaimer` and `regulatoryNotice`. To be shown with everything.
  Map<String, dynamic>? notices() {
    final text = _value('meta');
    return text == null ? null : jsonDecode(text) as Map<String, dynamic>;
  }

  Future<Map<String, dynamic>> _read(String? checkpoint) async {
    final address = Uri.parse('$base/v1/sync').replace(queryParameters: checkpoint == null ? null : {'checkpoint': checkpoint});
    for (var tries = 0;; tries++) {
      var wait = pow(2, tries) / 2;
      try {
        final answer = await client.get(address).timeout(const Duration(seconds: 30));
        final text = utf8.decode(answer.bodyBytes);
        if (answer.statusCode == 200) return jsonDecode(text) as Map<String, dynamic>;
        final isProblem = answer.headers['content-type']?.startsWith('application/problem+json') ?? false;
        final code = isProblem ? jsonDecode(text)['code'] as String : null;
        throw Refused(answer.statusCode, code, int.tryParse(answer.headers['retry-after'] ?? ''));
      } on Refused catch (refusal) {
        if (!refusal.isPassing || tries >= 3) rethrow;
        wait = max(wait, (refusal.retryAfter ?? 0).toDouble());
      } on Exception {
        if (tries >= 3) rethrow;
      }
      // With chance in it, lest all apps come at once.
      await Future<void>.delayed(Duration(milliseconds: (wait * 1000).round() + Random().nextInt(500)));
    }
  }

  /// A page, all of it or nothing.
  void _apply(Map<String, dynamic> page) {
    database.execute('begin immediate');
    try {
      for (final item in (page['data'] as List).cast<Map<String, dynamic>>()) {
        if (item['deleted'] == true) {
          database.execute('delete from document where id = ?', [item['id']]);
        } else {
          database.execute('insert or replace into document values (?, ?, ?, ?, ?, ?)',
              [item['id'], item['type'], item['slug'], item['locale'], item['version'], jsonEncode(item)]);
        }
      }
      database.execute("insert or replace into state values ('checkpoint', ?), ('meta', ?)",
          [page['page']['checkpoint']['token'], jsonEncode(page['meta'])]);
      if (page['page']['hasMore'] == false) {
        database.execute("insert or replace into state values ('syncedAt', ?)", [DateTime.now().toUtc().toIso8601String()]);
      }
      database.execute('commit');
    } catch (_) {
      database.execute('rollback');
      rethrow;
    }
  }

  void _empty() {
    database.execute('delete from document');
    database.execute("delete from state where key = 'checkpoint'");
  }

  String _digest() {
    final rows = database.select("select id || ' ' || locale || ' ' || version || char(10) as line from document order by id");
    return sha256.convert(utf8.encode(rows.map((row) => row['line'] as String).join())).toString();
  }

  String? _value(String key) {
    final rows = database.select('select value from state where key = ?', [key]);
    return rows.isEmpty ? null : rows.first['value'] as String;
  }
}
