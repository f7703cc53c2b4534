using System.Text.Json;
using Pulumi;

namespace ZooInfra.Vpn;

/// <summary>A peer that was requested over the API. It holds no secret.</summary>
/// <param name="Service">The name of the <see cref="VpnService"/>.</param>
/// <param name="Name">The name of the peer in it.</param>
/// <param name="Person">Who.</param>
/// <param name="Device">On what device.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Until">Until when: a day, which counts to its end in UTC, or an instant with Z.</param>
internal sealed record RequestedPeer(string Service, string Name, string Person, string Device, string Purpose, string Until)
{
    /// <summary>The public key of a device that keeps its own; null when the key is made by the provider.</summary>
    public string? PublicKey { get; init; }

    /// <summary>Another number makes another key.</summary>
    public int KeyGeneration { get; init; } = 1;

    /// <summary>Until when the former key is accepted beside the new one, written like <see cref="Until"/>; null when it is not.</summary>
    public string? OverlapUntil { get; init; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else; the message says what is wrong.</exception>
    public static RequestedPeer Read(JsonElement json)
    {
        var generation = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("key_generation", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) && value > 0
            ? value
            : throw new FormatException("'key_generation' of a peer is no number from 1");
        return new(Text("service")!, Text("name")!, Text("person")!, Text("device")!, Text("purpose")!, Text("until")!)
        {
            PublicKey = Text("public_key", optional: true),
            KeyGeneration = generation,
            OverlapUntil = Text("overlap_until", optional: true),
        };

        string? Text(string name, bool optional = false)
            => json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text ? text
                : optional && (member.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) ? null
                : throw new FormatException($"'{name}' of a peer is no text");
    }

    /// <summary>Writes it as an object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("service", Service);
        json.WriteString("name", Name);
        json.WriteString("person", Person);
        json.WriteString("device", Device);
        json.WriteString("purpose", Purpose);
        json.WriteString("until", Until);
        json.WriteString("public_key", PublicKey);
        json.WriteNumber("key_generation", KeyGeneration);
        json.WriteString("overlap_until", OverlapUntil);
        json.WriteEndObject();
    }

    /// <summary>The same for a program.</summary>
    public VpnPeer ToPeer() => new()
    {
        Name = Name,
        Person = Person,
        Device = Device,
        Purpose = Purpose,
        Until = Until,
        PublicKey = PublicKey is { } key ? (Input<string>)key : null,
        KeyGeneration = KeyGeneration == 1 ? null : KeyGeneration,
        OverlapUntil = OverlapUntil is { } overlap ? (Input<string>)overlap : null,
    };
}
