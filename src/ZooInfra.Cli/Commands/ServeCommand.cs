using System.CommandLine;
using System.CommandLine.Completions;
using System.Reflection;
using ZooInfra.Api;
using ZooInfra.Api.Access;
using ZooInfra.Api.Onboarding;
using ZooInfra.Cli.Serving;
using ZooInfra.Cli.Workspace;

namespace ZooInfra.Cli.Commands;

/// <summary>The command that serves the contracts over HTTP.</summary>
internal static class ServeCommand
{
    private const string PasswordVariable = "ZOO_CERTIFICATE_PASSWORD";
    private const string Requests = "requests";

    public static Command Create(Platform platform, Terminal terminal)
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen, separated by semicolons: http:// or https://.", HelpName = "URLS", DefaultValueFactory = _ => ContractHostOptions.DefaultUrl };
        var database = KeyCommand.DatabaseOption();
        var anonymous = new Option<string?>("--anonymous") { Description = "Serve callers without a credential [contract:read-all].", HelpName = "SCOPE", Arity = ArgumentArity.ZeroOrOne };
        anonymous.CompletionSources.Add(_ => [new CompletionItem(Scope.ReadAll.Name()), new CompletionItem(Scope.ReadContract.Name())]);
        var authority = new Option<string?>("--oidc-authority") { Description = "Accept tokens of this OpenID Connect provider.", HelpName = "URL" };
        var keys = new Option<string?>("--jwt-keys") { Description = "Accept tokens signed by a key of this JWKS file.", HelpName = "FILE" };
        var issuer = new Option<string?>("--jwt-issuer") { Description = "The 'iss' that tokens must have.", HelpName = "NAME" };
        var audience = new Option<string?>("--jwt-audience") { Description = "The 'aud' that tokens must have.", HelpName = "NAME" };
        var certificate = new Option<string?>("--certificate") { Description = $"The certificate for https: PFX or PEM; its password is taken from {PasswordVariable}.", HelpName = "FILE" };
        var certificateKey = new Option<string?>("--certificate-key") { Description = "The key of the certificate, PEM.", HelpName = "FILE" };
        var behindProxy = new Option<bool>("--behind-proxy") { Description = "TLS ends in front of this host: http may be reached by other machines." };
        var allowRemote = new Option<bool>("--allow-remote") { Description = "Serve callers without a credential to other machines, too." };
        var rate = new Option<string>("--rate") { Description = "What one caller may ask.", HelpName = "N/s|m|h", DefaultValueFactory = _ => ContractHostOptions.DefaultRate };
        var strangers = new Option<string>("--stranger-rate") { Description = "What one address may ask without a valid credential.", HelpName = "N/s|m|h", DefaultValueFactory = _ => ContractHostOptions.DefaultStrangerRate };
        var auditReads = new Option<bool>("--audit-reads") { Description = "Keep reads of contracts in the audit, too." };
        var metrics = new Option<bool>("--metrics") { Description = "Serve /metrics for Prometheus, to callers with contract:read-all." };
        var log = new Option<string?>("--log") { Description = $"Print a JSON line for each request: {Requests}.", HelpName = "WHAT" };
        log.CompletionSources.Add(_ => [new CompletionItem(Requests)]);
        var vpn = new Option<bool>("--vpn") { Description = "Take requests for VPN peers and apply them to the stacks of this project." };
        var state = new Option<string?>("--state") { Description = "The state directory [default: .zoo/state beside Pulumi.yaml].", HelpName = "DIR" };
        var output = new Option<string?>("--out") { Description = "Where the files backend writes [default: .zoo/out beside Pulumi.yaml].", HelpName = "DIR" };
        var command = new Command("serve", "Serve the contracts over HTTP until stopped.")
        {
            urls, database, anonymous, authority, keys, issuer, audience, certificate, certificateKey, behindProxy, allowRemote, rate, strangers, auditReads, metrics, log, vpn, state, output,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new ContractHostOptions
            {
                Urls = parsed.GetValue(urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                Database = ApiPlace.Of(parsed.GetValue(database), terminal),
                AnonymousScopes = parsed.GetResult(anonymous) is null ? [] : [parsed.GetValue(anonymous) ?? Scope.ReadAll.Name()],
                Tokens = Tokens(parsed.GetValue(authority), parsed.GetValue(keys), parsed.GetValue(issuer), parsed.GetValue(audience), terminal),
                Certificate = parsed.GetValue(certificate) is { } file
                    ? new(Path.GetFullPath(file, terminal.WorkingDirectory))
                    {
                        KeyFile = parsed.GetValue(certificateKey) is { } keyFile ? Path.GetFullPath(keyFile, terminal.WorkingDirectory) : null,
                        Password = Environment.GetEnvironmentVariable(PasswordVariable),
                    }
                    : null,
                BehindProxy = parsed.GetValue(behindProxy),
                AllowRemote = parsed.GetValue(allowRemote),
                Rate = parsed.GetValue(rate)!,
                StrangerRate = parsed.GetValue(strangers)!,
                AuditReads = parsed.GetValue(auditReads),
                Metrics = parsed.GetValue(metrics),
                RequestLog = parsed.GetValue(log) switch
                {
                    null => null,
                    Requests => terminal.Out,
                    var other => throw new CliException(ExitCode.Usage, $"--log takes '{Requests}', not '{other}'."),
                },
                Onboarding = Onboarding(terminal),
                Output = terminal.Out,
                Vpn = parsed.GetValue(vpn) ? VpnServing.Of(platform, terminal, ApiPlace.Of(parsed.GetValue(database), terminal), parsed.GetValue(state), parsed.GetValue(output)) : null,
            };
            try
            {
                await ContractHost.RunAsync(platform, options, cancellationToken);
                return ExitCode.Done;
            }
            catch (ContractHostException e)
            {
                throw new CliException(ExitCode.Failed, e.Message, e);
            }
        });
        return command;
    }

    /// <summary>New clients go beside those that are there. A registry is a class of the program, so its namespace is the clients' one.</summary>
    private static OnboardingOptions Onboarding(Terminal terminal)
    {
        var project = ProjectFile.Find(terminal.WorkingDirectory);
        var registry = Assembly.GetEntryAssembly()?.GetTypes().FirstOrDefault(type => type.Name == "ZooClients");
        return new(project.ProgramDirectory, registry?.Namespace ?? "Platform") { StackConfigDirectory = project.StackConfigDirectory };
    }

    private static TokenOptions? Tokens(string? authority, string? keys, string? issuer, string? audience, Terminal terminal)
        => authority is null && keys is null
            ? issuer is null && audience is null ? null : throw new CliException(ExitCode.Usage, "--jwt-issuer and --jwt-audience go with --oidc-authority URL or --jwt-keys FILE.")
            : new()
            {
                Authority = authority,
                KeysFile = keys is null ? null : Path.GetFullPath(keys, terminal.WorkingDirectory),
                Issuer = issuer,
                Audience = audience ?? throw new CliException(ExitCode.Usage, "Tokens for any service would be accepted; say with --jwt-audience what this API is called at the issuer."),
            };
}
