;; A session in the real Emacs, without a screen: opens FILE, saves it, and prints what Flymake
;; shows, a line for each diagnostic. What a person's next key would set off (the connection,
;; Flymake's start) hangs on `post-command-hook', which is run by hand here.
(defun session-wait (what found)
  (let ((end (time-add nil 60)))
    (while (not (funcall found))
      (when (time-less-p end nil)
        (error "Never came: %s" what))
      (run-hooks 'post-command-hook)
      (accept-process-output nil 0.05))))

(let ((file (pop command-line-args-left)))
  (find-file file)
  (eglot-ensure)
  (session-wait "the server" #'eglot-current-server)
  (set-buffer-modified-p t)
  (save-buffer)
  (session-wait "a diagnostic of both modes"
                (lambda ()
                  (seq-find (lambda (each)
                              (string-match-p "wasm, native" (flymake-diagnostic-text each)))
                            (flymake-diagnostics))))
  (dolist (each (flymake-diagnostics))
    (princ (format "%d %s\n" (line-number-at-pos (flymake-diagnostic-beg each))
                   (flymake-diagnostic-text each))))
  (eglot-shutdown (eglot-current-server)))
