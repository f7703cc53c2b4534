using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ZooInfra.Api;

/// <summary>The lists by which a person or a program finds its way: the clients of a platform, the endpoints of a client.</summary>
internal static class ContractIndex
{
    public static ContractResource Of(IReadOnlyList<Client> clients)
        => new(
            Text(clients.Select(client => $"{client.Id}\t{OneLine(client.Contract.Name)}\t{Link(client)}")),
            Json(json =>
            {
                json.WriteStartArray("clients");
                foreach (var client in clients)
                {
                    json.WriteStartObject();
                    WriteClient(json, client);
                    json.WriteString("href", Link(client));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }));

    public static ContractResource Of(Client client)
        => new(
            Text(client.Endpoints.Select(endpoint => $"{endpoint.Name}\t{Link(client)}/{endpoint.Name}")),
            Json(json =>
            {
                WriteClient(json, client);
                json.WriteStartArray("endpoints");
                foreach (var endpoint in client.Endpoints)
                {
                    json.WriteStartObject();
                    json.WriteString("name", endpoint.Name);
                    json.WriteString("href", $"{Link(client)}/{endpoint.Name}");
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }));

    private static string Link(Client client) => $"/client/{client.Id}";

    private static void WriteClient(Utf8JsonWriter json, Client client)
    {
        json.WriteString("id", client.Id);
        json.WriteString("name", client.Contract.Name);
    }

    /// <summary>Names are free text; a tab or line feed in one must not make another column or line.</summary>
    private static string OneLine(string name) => string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c));

    private static ContractBody Text(IEnumerable<string> lines) => Tagged(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private static ContractBody Json(Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Body.Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Tagged(body.WrittenSpan.ToArray());
    }

    private static ContractBody Tagged(byte[] content) => new(content, $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
}
