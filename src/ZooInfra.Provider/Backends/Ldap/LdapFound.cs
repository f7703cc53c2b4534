using System.Formats.Asn1;
using System.Text;

namespace ZooInfra.Provider.Backends.Ldap;

/// <summary>An entry as a search found it.</summary>
/// <param name="Dn">Its name, as the server spells it.</param>
/// <param name="Attributes">Its attributes with their raw values.</param>
internal sealed record LdapFound(string Dn, IReadOnlyDictionary<string, IReadOnlyList<byte[]>> Attributes)
{
    /// <summary>Reads the components of a SearchResultEntry.</summary>
    public static LdapFound Read(AsnReader components)
    {
        var dn = Encoding.UTF8.GetString(components.ReadOctetString());
        var attributes = new Dictionary<string, IReadOnlyList<byte[]>>(StringComparer.OrdinalIgnoreCase);
        for (var list = components.ReadSequence(); list.HasData;)
        {
            var pair = list.ReadSequence();
            var name = Encoding.UTF8.GetString(pair.ReadOctetString());
            var values = new List<byte[]>();
            for (var set = pair.ReadSetOf(skipSortOrderValidation: true); set.HasData;)
            {
                values.Add(set.ReadOctetString());
            }

            attributes[name] = values;
        }

        return new(dn, attributes);
    }
}
