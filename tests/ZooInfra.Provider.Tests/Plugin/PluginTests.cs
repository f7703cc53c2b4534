using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Provider.Tests.Plugin;

public sealed class PluginTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_life_of_a_record_set_over_gRPC()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "Pulumi.yaml"), "name: zoo\nruntime: dotnet\n");
        var program = Directory.CreateDirectory(Path.Combine(_folder.Path, "stacks", "bin")).FullName;
        await using var plugin = await PluginProcess.StartAsync(program);
        var client = plugin.Client;

        var handshake = await client.HandshakeAsync(new() { EngineAddress = "127.0.0.1:1", ConfigureWithUrn = true });
        Assert.True(handshake is { AcceptSecrets: true, AcceptResources: false, AcceptOutputs: false });
        Assert.NotEmpty((await client.GetPluginInfoAsync(new())).Version);
        await client.AttachAsync(new() { Address = "127.0.0.1:1" });

        var config = Struct(PropertyMap.Empty.With("out", PropertyValue.Of("out")).With("version", PropertyValue.Of("0.1.0")));
        Assert.Empty((await client.CheckConfigAsync(new() { Urn = "urn:pulumi:acme_corp::zoo::pulumi:providers:zoo::default", Olds = new(), News = config })).Failures);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await client.DiffConfigAsync(new() { OldInputs = config, Olds = config, News = config })).Changes);
        await client.ConfigureAsync(new() { Args = config, AcceptSecrets = true });

        var zoneUrn = Given.Urn(Given.Zone, "acme.example").Text;
        var zone = await client.CheckAsync(new() { Urn = zoneUrn, Olds = new(), News = Struct(Given.ZoneInputs()) });
        Assert.Equal("acme.example", (await client.CreateAsync(new() { Urn = zoneUrn, Properties = zone.Inputs })).Id);

        var urn = Given.Urn(Given.RecordSet, "acme.example/www/A").Text;
        var wanted = Given.SetInputs("www", "A").With("records", PropertyValue.Secret(Given.Texts("192.0.2.1")));
        var check = await client.CheckAsync(new() { Urn = urn, Olds = new(), News = Struct(wanted) });
        Assert.Equal(wanted, PropertyMarshaller.FromStruct(check.Inputs));
        var preview = await client.CreateAsync(new() { Urn = urn, Properties = check.Inputs, Preview = true });
        Assert.Equal("acme.example/www/A", preview.Id);
        var made = await client.CreateAsync(new() { Urn = urn, Properties = check.Inputs });
        Assert.Equal(wanted.With("fqdn", PropertyValue.Of("www.acme.example")).With("file", PropertyValue.Of("out/acme_corp/dns/acme.example.zone")), PropertyMarshaller.FromStruct(made.Properties));
        Assert.Contains("www\tIN\tA\t192.0.2.1\n", await File.ReadAllTextAsync(_folder.ZonePath()), StringComparison.Ordinal);

        var read = await client.ReadAsync(new() { Urn = urn, Id = made.Id, Properties = made.Properties, Inputs = check.Inputs });
        Assert.Equal((made.Properties, check.Inputs), (read.Properties, read.Inputs));

        var next = await client.CheckAsync(new() { Urn = urn, Olds = check.Inputs, News = Struct(Given.SetInputs("www", "A", "192.0.2.2").With("ttl", PropertyValue.Of(60))) });
        var diff = await client.DiffAsync(new() { Urn = urn, Id = made.Id, Olds = made.Properties, OldInputs = check.Inputs, News = next.Inputs });
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, diff.Changes);
        Assert.True(diff.HasDetailedDiff);
        Assert.Equal(["records[0]", "ttl"], diff.DetailedDiff.Keys.Order());
        Assert.Empty(diff.Replaces);

        var updated = await client.UpdateAsync(new() { Urn = urn, Id = made.Id, Olds = made.Properties, OldInputs = check.Inputs, News = next.Inputs });
        Assert.Contains("www\t60\tIN\tA\t192.0.2.2\n", await File.ReadAllTextAsync(_folder.ZonePath()), StringComparison.Ordinal);
        await client.DeleteAsync(new() { Urn = urn, Id = made.Id, Properties = updated.Properties, OldInputs = next.Inputs });
        Assert.Equal("", (await client.ReadAsync(new() { Urn = urn, Id = made.Id, Properties = updated.Properties, Inputs = next.Inputs })).Id);
        await client.DeleteAsync(new() { Urn = zoneUrn, Id = "acme.example", Properties = zone.Inputs });
        Assert.False(Directory.Exists(_folder.Out));

        await client.CancelAsync(new());
        var (exitCode, output, errors) = await plugin.InterruptAsync();
        Assert.Equal((0, "", ""), (exitCode, output, errors));
        Assert.DoesNotContain(' ', plugin.FirstLine);
    }

    [Fact]
    public async Task Failures_have_the_status_that_the_engine_understands_and_no_stack_trace()
    {
        await using var plugin = await PluginProcess.StartAsync(_folder.Path);
        var client = plugin.Client;
        var urn = Given.Urn(Given.RecordSet).Text;
        var inputs = Struct(Given.SetInputs("www", "A", "192.0.2.1"));

        await FailsAsync(StatusCode.FailedPrecondition, "not configured", () => client.CreateAsync(new() { Urn = urn, Properties = inputs }));
        await FailsAsync(StatusCode.FailedPrecondition, "did you mean 'zoo:out'?", () => client.ConfigureAsync(new() { Args = Struct(PropertyMap.Empty.With("outt", PropertyValue.Of("x"))) }));
        await client.ConfigureAsync(new() { Variables = { ["zoo:config:out"] = "out" } });
        await FailsAsync(StatusCode.FailedPrecondition, "has no file yet", () => client.CreateAsync(new() { Urn = urn, Properties = inputs }));
        await FailsAsync(StatusCode.FailedPrecondition, "did you mean 'zoo:dns:Zone'?", () => client.CheckAsync(new() { Urn = Given.Urn("zoo:dns:Zon").Text, News = new() }));
        await FailsAsync(StatusCode.InvalidArgument, "not the URN", () => client.CheckAsync(new() { Urn = "nonsense", News = new() }));
        await FailsAsync(StatusCode.InvalidArgument, "unknown kind", () => client.CheckAsync(new()
        {
            Urn = urn,
            News = new() { Fields = { ["zone"] = Value.ForStruct(new() { Fields = { [Signatures.Key] = Value.ForString("?") } }) } },
        }));
        await client.CancelAsync(new());
        await FailsAsync(StatusCode.Cancelled, "cancelled", () => client.CreateAsync(new() { Urn = urn, Properties = inputs }));
    }

    [Fact]
    public async Task The_schema_names_every_input_that_check_knows()
    {
        await using var plugin = await PluginProcess.StartAsync(_folder.Path);

        using var schema = JsonDocument.Parse((await plugin.Client.GetSchemaAsync(new())).Schema);

        Assert.Equal("zoo", schema.RootElement.GetProperty("name").GetString());
        Assert.Equal((await plugin.Client.GetPluginInfoAsync(new())).Version, schema.RootElement.GetProperty("version").GetString());
        Assert.Equal(ZooInfra.Provider.Dns.ZoneInputs.All.Order(), Inputs(schema, Given.Zone).Order());
        Assert.Equal(ZooInfra.Provider.Dns.RecordSetInputs.All.Order(), Inputs(schema, Given.RecordSet).Order());
    }

    private static IEnumerable<string> Inputs(JsonDocument schema, string type)
        => schema.RootElement.GetProperty("resources").GetProperty(type).GetProperty("inputProperties").EnumerateObject().Select(property => property.Name);

    private static async Task FailsAsync<T>(StatusCode status, string message, Func<AsyncUnaryCall<T>> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal(status, failure.StatusCode);
        Assert.Contains(message, failure.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure.Status.Detail, StringComparison.Ordinal);
    }

    private static Struct Struct(PropertyMap map) => PropertyMarshaller.ToStruct(map, MarshalOptions.NoOutputs);
}
