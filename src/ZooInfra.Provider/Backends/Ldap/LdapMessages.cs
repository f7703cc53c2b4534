using System.Formats.Asn1;
using System.Text;
using ZooInfra.Provider.Identity;

namespace ZooInfra.Provider.Backends.Ldap;

/// <summary>Encodes requests of LDAP version 3 (RFC 4511, section 4). Each answers with the operation, to be put into a message.</summary>
internal static class LdapMessages
{
    private const string StartTlsOid = "1.3.6.1.4.1.1466.20037";

    private enum ModifyOperation
    {
        Add,
        Delete,
    }

    /// <summary>A message: a number and an operation.</summary>
    public static byte[] Message(int id, Action<AsnWriter> operation)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(id);
            operation(writer);
        }

        return writer.Encode();
    }

    /// <summary>Asks for encryption (RFC 4511, section 4.14).</summary>
    public static void StartTls(AsnWriter writer)
    {
        using (writer.PushSequence(Application(23)))
        {
            writer.WriteOctetString(Encoding.ASCII.GetBytes(StartTlsOid), new Asn1Tag(TagClass.ContextSpecific, 0));
        }
    }

    /// <summary>Signs in with a name and a password.</summary>
    public static Action<AsnWriter> Bind(string dn, string password) => writer =>
    {
        using (writer.PushSequence(Application(0)))
        {
            writer.WriteInteger(3);
            Text(writer, dn);
            writer.WriteOctetString(Encoding.UTF8.GetBytes(password), new Asn1Tag(TagClass.ContextSpecific, 0));
        }
    };

    /// <summary>Says good-bye.</summary>
    public static void Unbind(AsnWriter writer) => writer.WriteNull(Application(2));

    /// <summary>Looks for entries.</summary>
    /// <param name="under">Where.</param>
    /// <param name="scope">How far down.</param>
    /// <param name="match">An attribute and the value it must have; null for every entry.</param>
    /// <param name="attributes">What is asked for; <c>*</c> for all attributes of users.</param>
    public static Action<AsnWriter> Search(string under, LdapScope scope, (string Attribute, byte[] Value)? match, IEnumerable<string> attributes) => writer =>
    {
        using var operation = writer.PushSequence(Application(3));
        Text(writer, under);
        writer.WriteEnumeratedValue(scope);

        // Aliases are never followed, and neither sizes nor times are limited by the client; its own time limit ends the connection.
        writer.WriteEnumeratedValue(LdapScope.Base);
        writer.WriteInteger(0);
        writer.WriteInteger(0);
        writer.WriteBoolean(false);
        if (match is var (attribute, value))
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 3)))
            {
                Text(writer, attribute);
                writer.WriteOctetString(value);
            }
        }
        else
        {
            writer.WriteOctetString("objectClass"u8, new Asn1Tag(TagClass.ContextSpecific, 7));
        }

        using (writer.PushSequence())
        {
            foreach (var name in attributes)
            {
                Text(writer, name);
            }
        }
    };

    /// <summary>Makes an entry.</summary>
    public static Action<AsnWriter> Add(DirectoryEntry entry) => writer =>
    {
        using var operation = writer.PushSequence(Application(8));
        Text(writer, entry.Dn.Text);
        using var list = writer.PushSequence();
        foreach (var (attribute, values) in entry.Attributes)
        {
            Attribute(writer, attribute, values);
        }
    };

    /// <summary>Changes values of an entry.</summary>
    public static Action<AsnWriter> Modify(string dn, IEnumerable<AttributeChange> changes) => writer =>
    {
        using var operation = writer.PushSequence(Application(6));
        Text(writer, dn);
        using var list = writer.PushSequence();
        foreach (var change in changes)
        {
            // The server judges the entry when all changes are in, so an attribute may be empty in between.
            Change(writer, ModifyOperation.Delete, change.Attribute, change.Removed);
            Change(writer, ModifyOperation.Add, change.Attribute, change.Added);
        }
    };

    /// <summary>Moves or renames an entry; the old name does not stay as a value.</summary>
    public static Action<AsnWriter> Move(string dn, string name, string parent) => writer =>
    {
        using var operation = writer.PushSequence(Application(12));
        Text(writer, dn);
        Text(writer, name);
        writer.WriteBoolean(true);
        writer.WriteOctetString(Encoding.UTF8.GetBytes(parent), new Asn1Tag(TagClass.ContextSpecific, 0));
    };

    /// <summary>Removes an entry.</summary>
    public static Action<AsnWriter> Delete(string dn) => writer => writer.WriteOctetString(Encoding.UTF8.GetBytes(dn), Application(10));

    private static void Change(AsnWriter writer, ModifyOperation operation, string attribute, IReadOnlyCollection<string> values)
    {
        if (values.Count > 0)
        {
            using var change = writer.PushSequence();
            writer.WriteEnumeratedValue(operation);
            Attribute(writer, attribute, values);
        }
    }

    private static void Attribute(AsnWriter writer, string attribute, IEnumerable<string> values)
    {
        using var pair = writer.PushSequence();
        Text(writer, attribute);
        using var set = writer.PushSetOf();
        foreach (var value in values)
        {
            Text(writer, value);
        }
    }

    private static void Text(AsnWriter writer, string text) => writer.WriteOctetString(Encoding.UTF8.GetBytes(text));

    private static Asn1Tag Application(int number) => new(TagClass.Application, number);
}
