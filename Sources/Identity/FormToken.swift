import CSodium
import Journal

/// What a form carries to show that it came from a page of ours in the same session, so that no other site can send it.
///
/// It differs from form to form, so that it can't be worked out from the length of compressed pages.
package enum FormToken {
    /// The token of a form.
    ///
    /// - Parameters:
    ///   - key: the session's ``Session/formKey``.
    ///   - form: the form's own id.
    /// - Returns: 32 bytes as base64url.
    package static func make(key: [UInt8], form: String) -> String {
        Base64URL.text(Keyed.hash(key: key, "samverka.form.1", Array(form.utf8)))
    }

    /// Whether a token is that of a form; how long it takes says nothing of where it differs.
    package static func isRight(_ token: String, key: [UInt8], form: String) -> Bool {
        let (sent, right) = (Array(token.utf8), Array(make(key: key, form: form).utf8))
        return sent.count == right.count && sodium_memcmp(sent, right, right.count) == 0
    }
}
