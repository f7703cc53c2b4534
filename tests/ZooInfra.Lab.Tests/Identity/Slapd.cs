using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using ZooInfra.Protocol;

namespace ZooInfra.Lab.Tests.Identity;

/// <summary>A directory server on loopback with a database, a password and an authority of its own. Nothing of it is left behind.</summary>
public sealed class Slapd : IAsyncLifetime
{
    public const string Base = "dc=acme,dc=example";
    public const string People = $"ou=people,{Base}";
    public const string Admin = $"cn=admin,{Base}";

    private const int Attempts = 5;

    // The exit code of the clients is the result code of the server (RFC 4511, appendix A).
    private const int NoSuchObject = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("zoo-slapd-").FullName;
    private Process? _process;

    public string Password { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(12));

    public string CaFile => Path.Combine(_folder, "ca.pem");

    public int PlainPort { get; private set; }

    public int TlsPort { get; private set; }

    public string ConfigFile => Path.Combine(_folder, "slapd.conf");

    // OpenLDAP's clients take another name for localhost when they look at a certificate, so they come by a socket.
    private string Socket => $"ldapi://{Uri.EscapeDataString(Path.Combine(_folder, "socket"))}";

    public async Task InitializeAsync()
    {
        // The facts are skipped; the fixture is made all the same.
        if (SlapdTools.Missing is not null)
        {
            return;
        }

        TestAuthority.Write(_folder, "localhost");
        // The folder is for its owner only; the warning of the clients looks at the file alone.
        await File.WriteAllTextAsync(Path.Combine(_folder, "password"), Password);
        await WriteConfigAsync();
        await LoadAsync($"""
            dn: {Base}
            objectClass: dcObject
            objectClass: organization
            o: Acme
            dc: acme

            dn: {People}
            objectClass: organizationalUnit
            ou: people

            dn: uid=jane,{People}
            objectClass: inetOrgPerson
            uid: jane
            cn: Jane Doe
            sn: Doe

            dn: uid=omar,{People}
            objectClass: inetOrgPerson
            uid: omar
            cn: Omar Ali
            sn: Ali

            """);
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts the server; a port that somebody took meanwhile is replaced by another one.</summary>
    public async Task StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            (PlainPort, TlsPort) = (FreePort(), FreePort());
            var process = Process.Start(new ProcessStartInfo(SlapdTools.Path("slapd")!, ["-d", "0", "-f", ConfigFile, "-h", $"ldap://localhost:{PlainPort}/ ldaps://localhost:{TlsPort}/ {Socket}"])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            _process = process;
            var said = process.StandardError.ReadToEndAsync();
            var started = TimeProvider.System.GetTimestamp();
            while (!process.HasExited && TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                if (await AnswersAsync(PlainPort) && await AnswersAsync(TlsPort))
                {
                    return;
                }
            }

            await StopAsync();
            Assert.True(attempt < Attempts, $"slapd did not start: {await said}");
        }
    }

    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    /// <summary>The configuration of the provider for this server.</summary>
    public PropertyMap Config(bool startTls = false) => PropertyMap.Empty
        .With("identityBackend", PropertyValue.Of("ldap"))
        .With("ldapServer", PropertyValue.Of(startTls ? $"ldap://localhost:{PlainPort}" : $"ldaps://localhost:{TlsPort}"))
        .With("ldapBindDn", PropertyValue.Of(Admin))
        .With("ldapPassword", PropertyValue.Secret(PropertyValue.Of(Password)))
        .With("ldapCa", PropertyValue.Of(CaFile))
        .With("ldapTimeout", PropertyValue.Of(20));

    /// <summary>Changes the directory behind the provider's back, by OpenLDAP's own client.</summary>
    public async Task ModifyAsync(string ldif)
    {
        var (exitCode, said) = await ClientAsync("ldapmodify", ldif);
        Assert.True(exitCode == 0, said);
    }

    /// <summary>An entry as OpenLDAP's own client shows it; empty when there is none.</summary>
    public async Task<string> ShowAsync(string dn)
    {
        var (exitCode, said) = await ClientAsync("ldapsearch", "", "-LLL", "-o", "ldif-wrap=no", "-b", dn, "-s", "base", "*", "entryUUID");
        Assert.True(exitCode is 0 or NoSuchObject, said);
        return exitCode == 0 ? said : "";
    }

    private async Task<(int ExitCode, string Said)> ClientAsync(string tool, string input, params string[] arguments)
    {
        return await SlapdTools.RunAsync(tool, ["-x", "-H", Socket, "-D", Admin, "-y", Path.Combine(_folder, "password"), .. arguments], input);
    }

    private async Task LoadAsync(string ldif)
    {
        var (exitCode, said) = await SlapdTools.RunAsync("slapadd", ["-f", ConfigFile], ldif);
        Assert.True(exitCode == 0, said);
    }

    private async Task WriteConfigAsync()
    {
        var database = Directory.CreateDirectory(Path.Combine(_folder, "db")).FullName;
        await File.WriteAllTextAsync(ConfigFile, SlapdConfig.Text(database, Base) + $"""
            rootdn {Admin}
            rootpw {Password}
            overlay ppolicy

            """);
        var text = await File.ReadAllTextAsync(ConfigFile);
        await File.WriteAllTextAsync(ConfigFile, $"""
            TLSCACertificateFile {CaFile}
            TLSCertificateFile {Path.Combine(_folder, "server.pem")}
            TLSCertificateKeyFile {Path.Combine(_folder, "server.key")}
            security simple_bind=128
            localSSF 256

            """ + text);
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("localhost", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
