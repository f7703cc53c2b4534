using System.Formats.Asn1;
using System.Text;

namespace ZooInfra.Provider.Backends.Ldap;

/// <summary>How an operation ended (RFC 4511, section 4.1.9).</summary>
/// <param name="Code">The result code.</param>
/// <param name="Diagnostic">The server's own words; may be empty.</param>
internal sealed record LdapResult(LdapResultCode Code, string Diagnostic)
{
    /// <summary>Reads the components of an LDAPResult.</summary>
    public static LdapResult Read(AsnReader components)
    {
        var code = components.ReadEnumeratedBytes().Span.ToArray().Aggregate(0, (number, octet) => (number << 8) | octet);
        components.ReadOctetString();
        return new((LdapResultCode)code, Encoding.UTF8.GetString(components.ReadOctetString()));
    }
}
