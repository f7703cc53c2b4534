using CsCheck;
using ZooInfra.Provider.Backends.Rfc2136;

namespace ZooInfra.Provider.Tests.Dns;

/// <summary>What a server sends is read before its signature is checked, so it may be anything.</summary>
public sealed class WireFuzzTests
{
    // An answer with a question, a compressed name, an address and a TXT record.
    private static readonly byte[] Answer =
    [
        0x12, 0x34, 0x84, 0x00, 0, 1, 0, 2, 0, 0, 0, 0,
        3, (byte)'w', (byte)'w', (byte)'w', 4, (byte)'a', (byte)'c', (byte)'m', (byte)'e', 0, 0, 252, 0, 1,
        0xC0, 12, 0, 1, 0, 1, 0, 0, 14, 16, 0, 4, 192, 0, 2, 1,
        0xC0, 16, 0, 16, 0, 1, 0, 0, 14, 16, 0, 3, 2, (byte)'h', (byte)'i',
    ];

    [Fact]
    public void The_answer_itself_is_read()
        => Assert.Equal(["www.acme", "acme"], DnsMessage.Parse(Answer).Answers.Select(record => record.Name));

    [Fact]
    public void Any_octets_are_a_message_or_refused_as_none()
        => Gen.Byte.Array[0, 400].Sample(Read, iter: 20_000);

    [Fact]
    public void A_message_with_damage_is_a_message_or_refused_as_none()
        => Gen.Select(Gen.Int[0, Answer.Length - 1], Gen.Byte, Gen.Int[0, Answer.Length]).Array[1, 6].Sample(
            damage =>
            {
                var octets = (byte[])Answer.Clone();
                foreach (var (at, octet, _) in damage)
                {
                    octets[at] = octet;
                }

                Read(octets[..damage[0].Item3]);
            },
            iter: 20_000);

    private static void Read(byte[] octets)
    {
        try
        {
            var message = DnsMessage.Parse(octets);
            foreach (var record in message.Answers)
            {
                Assert.InRange(record.DataAt + record.DataLength, 0, octets.Length);
                if (RecordWire.TypeOf(record.Type) is { } type)
                {
                    RecordWire.Read(type, octets, record.DataAt, record.DataLength);
                }
            }
        }
        catch (WireFormatException)
        {
            // Refused in its own words; anything else fails the test.
        }
    }
}
