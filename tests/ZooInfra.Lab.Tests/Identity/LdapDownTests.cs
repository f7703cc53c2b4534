using System.Net;
using System.Net.Sockets;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using static ZooInfra.Lab.Tests.Identity.LiveDirectory;

namespace ZooInfra.Lab.Tests.Identity;

/// <summary>Servers that are away, silent or no directory at all.</summary>
public sealed class LdapDownTests
{
    [Fact]
    public async Task Nobody_listening_is_said_at_once()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var failure = await FailAsync($"ldaps://127.0.0.1:{port}");

        Assert.Contains("cannot be reached", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_ends_with_the_time_limit()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var failure = await FailAsync($"ldap://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", timeout: 1);

        Assert.Contains("did not answer within 1 seconds (zoo:ldapTimeout)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_update_does_not_wait_for_the_server()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var provider = await ProviderAsync(Config($"ldap://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", 600));
        using var cancellation = new CancellationTokenSource();

        var create = provider.CreateAsync(new(Urn(Unit), UnitInputs("Nobody"), Preview: false), cancellation.Token).AsTask();
        using var connected = await listener.AcceptTcpClientAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => create);
    }

    [Fact]
    public async Task Something_that_is_no_directory_is_said_to_be_none()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answer = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
            _ = await client.GetStream().ReadAsync(new byte[1024]);
        });

        var failure = await FailAsync($"ldap://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        await answer;
        Assert.Contains("does not speak LDAP", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<ProviderException> FailAsync(string server, int timeout = 20)
    {
        var provider = await ProviderAsync(Config(server, timeout));
        return await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Unit, UnitInputs("Nobody")));
    }

    private static PropertyMap Config(string server, int timeout) => PropertyMap.Empty
        .With("identityBackend", PropertyValue.Of("ldap"))
        .With("ldapServer", PropertyValue.Of(server))
        .With("ldapBindDn", PropertyValue.Of(Slapd.Admin))
        .With("ldapPassword", PropertyValue.Secret(PropertyValue.Of("nobody")))
        .With("ldapTimeout", PropertyValue.Of(timeout));
}
