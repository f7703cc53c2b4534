using System.Collections.Immutable;
using CsCheck;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Tests.Dns;

/// <summary>Random zones with all record types.</summary>
internal static class ZoneGen
{
    private static readonly Gen<string> Label = Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[1, 8].Select(letters => "h" + new string(letters));

    private static readonly Gen<string> Host = Gen.Select(Label, Label, (a, b) => $"{a}.{b}.example");

    private static readonly Gen<int> Number = Gen.Int[0, 65535];

    private static readonly Gen<(RecordType Type, string Text)> Record = Gen.OneOf(
        Gen.Byte.Array[4].Select(octets => (RecordType.A, string.Join('.', octets))),
        Gen.Byte.Array[16].Select(octets => (RecordType.AAAA, new System.Net.IPAddress(octets).ToString())),
        Gen.Select(Number, Host, (preference, host) => (RecordType.MX, $"{preference} {host}")),
        Gen.Select(Number, Number, Number, Host, (priority, weight, port, host) => (RecordType.SRV, $"{priority} {weight} {port} {host}")),
        Gen.Select(Gen.Int[0, 255], Gen.Char[' ', '~'].Array[0, 20], (flags, value) => (RecordType.CAA, $"{flags} issue {CharacterString.Quote([.. value.Select(letter => (byte)letter)])}")),
        Host.Select(host => (RecordType.NS, host)),
        Host.Select(host => (RecordType.PTR, host)),
        Text.Select(text => (RecordType.TXT, text)));

    /// <summary>Plain text of all that Unicode has, hostile parts included.</summary>
    public static Gen<string> Text => Gen.OneOf(
        Gen.Char['\0', '\u02ff'].Array[0, 600].Select(letters => new string(letters)),
        OneOf("\"", "\\", "\\\"", "\n$INCLUDE /etc/passwd\n", "\"\nevil A 192.0.2.66\n;", "; comment", "(", "\\032", "\\", "\0", "v=DKIM1; p=" + new string('A', 400)));

    public static Gen<ZoneContent> Zone => Gen.Select(
        Gen.Select(Gen.UInt[1, uint.MaxValue], Gen.Int[0, int.MaxValue], Host.List[1, 3]),
        Gen.Select(Label, Gen.Int[-1000, 1000], Record.List[1, 4]).List[0, 20],
        (head, sets) => sets.Aggregate(
            ZoneContent.New(new("acme.example", head.Item3[0], "host\\.master.acme.example")
            {
                Ttl = head.Item2,
                Refresh = 2,
                Retry = 1,
                Expire = 4,
                NegativeTtl = 0,
                NameServers = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, head.Item3),
            }) with { Serial = head.Item1 },
            (zone, set) => set.Item3.GroupBy(record => record.Type).Aggregate(zone, (all, group) => all.With(
                new(set.Item1, group.Key, set.Item2 < 0 ? null : set.Item2, group.Select(record => Parse(record.Type, record.Text)))))));

    public static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    public static RecordData Parse(RecordType type, string text)
    {
        Assert.True(RecordSyntax.TryParse(type, text, out var data, out var problem), $"{type} {text}: {problem}");
        return data!;
    }
}
