using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ZooInfra.Api.Onboarding;

/// <summary>Runs git in one folder. It asks nobody anything and reads no configuration of a user's hooks or signing keys.</summary>
internal sealed class Git(string directory)
{
    /// <summary>Contracts are committed to the letter, whatever the console of the host writes in.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] Settings = ["-c", "core.hooksPath=/dev/null", "-c", "commit.gpgSign=false", "-c", "core.quotePath=false"];

    /// <summary>The one line that the command printed.</summary>
    /// <exception cref="GitException">The command failed.</exception>
    public async Task<string> LineAsync(GitCommand command, CancellationToken cancellationToken)
        => (await RunAsync(command, cancellationToken)).TrimEnd('\n');

    /// <summary>All that the command printed.</summary>
    /// <exception cref="GitException">The command failed.</exception>
    public async Task<string> RunAsync(GitCommand command, CancellationToken cancellationToken)
    {
        var (code, output, error) = await TryAsync(command, cancellationToken);
        return code == 0 ? output : throw new GitException($"git {command.Arguments[0]} failed: {(error.Length > 0 ? error : $"exit code {code}")}");
    }

    /// <summary>The exit code of the command, what it printed and what it complained of.</summary>
    /// <exception cref="GitException">There is no git, or the folder is not there.</exception>
    public async Task<(int Code, string Output, string Error)> TryAsync(GitCommand command, CancellationToken cancellationToken)
    {
        using var process = Start(command);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(command.Input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, (await error).Trim());
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private Process Start(GitCommand command)
    {
        var start = new ProcessStartInfo("git") 
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        foreach (var argument in Settings.Concat(command.Arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Exception e) when (e is Win32Exception or DirectoryNotFoundException)
        {
            throw new GitException($"git cannot be run in {directory}: {e.Message}");
        }
    }
}

/// <summary>Git could not do what it was asked. The message is for the operator: it may name folders of the machine.</summary>
internal sealed class GitException(string message) : Exception(message);
